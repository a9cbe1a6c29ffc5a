import type { Model } from '../../../src/core/schema/model.ts';

const three = (en: string, he: string, ar: string) => ({ en, he, ar });

/** A sound model in three languages, with two sections of its own and a metric that one of them measures. */
export const ownModel: Model = {
  format: 1,
  model: 'clinics',
  version: 1,
  languages: ['en', 'he', 'ar'],
  title: three('Clinics', 'מרפאות', 'عيادات'),
  own_sections: [
    {
      id: 'visits',
      title: three('Visits', 'ביקורים', 'زيارات'),
      running: true,
      fields: [
        { key: 'place', label: three('Place', 'מקום', 'المكان'), type: 'text', required: true },
        { key: 'held_on', label: three('Held on', 'נערך ביום', 'التاريخ'), type: 'happened', required: true },
        { key: 'people', label: three('People', 'אנשים', 'أشخاص'), type: 'whole', min: 0, max: 500 },
        { key: 'seen', label: three('Seen by a nurse', 'נבדקו', 'فحصوا'), type: 'whole', min: 0 },
        { key: 'partner', label: three('Partner', 'שותף', 'الشريك'), type: 'partner' },
        { key: 'goal', label: three('Goal', 'מטרה', 'الهدف'), type: 'entry', of: 'goals' },
        { key: 'team', label: three('Team', 'צוות', 'الفريق'), type: 'entry', of: 'teams' },
        { key: 'cost', label: three('Cost', 'עלות', 'التكلفة'), type: 'money', max: 100000 },
        { key: 'hours', label: three('Hours', 'שעות', 'ساعات'), type: 'hours' },
        { key: 'share', label: three('Share', 'חלק', 'نسبة'), type: 'number', min: 0, max: 1 },
        { key: 'rating', label: three('Rating', 'דירוג', 'تقييم'), type: 'score' },
        { key: 'follow_up', label: three('Follow-up', 'מעקב', 'متابعة'), type: 'date' },
        { key: 'free', label: three('Free of charge', 'ללא תשלום', 'مجانًا'), type: 'yes_no' },
        { key: 'page', label: three('Page', 'דף', 'صفحة'), type: 'link' },
        {
          key: 'kind',
          label: three('Kind', 'סוג', 'النوع'),
          type: 'choice',
          choices: [
            { word: 'open', label: three('Open to all', 'פתוח לכול', 'مفتوح') },
            { word: 'invited', label: three('By invitation', 'בהזמנה', 'بدعوة') },
          ],
        },
        { key: 'notes', label: three('Notes', 'הערות', 'ملاحظات'), type: 'long_text' },
        { key: 'names', label: three('Names', 'שמות', 'أسماء'), type: 'texts' },
      ],
      measures: [
        { metric: 'patients', on: 'held_on', value: 'people' },
        { metric: 'examined', on: 'held_on', num: 'seen', den: 'people' },
      ],
    },
    {
      id: 'teams',
      title: three('Teams', 'צוותים', 'فرق'),
      fields: [{ key: 'name', label: three('Name', 'שם', 'الاسم'), type: 'text', required: true }],
    },
    {
      id: 'stock',
      title: three('Stock', 'מלאי', 'المخزون'),
      told_apart_by: ['item', 'counted_on'],
      fields: [
        { key: 'item', label: three('Item', 'פריט', 'الصنف'), type: 'text', required: true },
        {
          key: 'counted_on',
          label: three('Counted on', 'נספר ביום', 'يوم الجرد'),
          type: 'happened',
          required: true,
        },
        { key: 'pieces', label: three('Pieces', 'יחידות', 'قطع'), type: 'whole', required: true },
      ],
    },
    {
      id: 'licence',
      title: three('The licence', 'הרישיון', 'الترخيص'),
      form: 'mapping',
      fields: [
        { key: 'number', label: three('Number', 'מספר', 'الرقم'), type: 'text', required: true },
        { key: 'until', label: three('Valid until', 'בתוקף עד', 'صالح حتى'), type: 'date' },
      ],
    },
  ],
  metrics: [
    {
      id: 'patients',
      name: three('Patients', 'מטופלים', 'مرضى'),
      kind: 'output',
      unit: three('visits', 'ביקורים', 'زيارات'),
      aggregate: 'sum',
    },
    {
      id: 'examined',
      name: three('Examined', 'נבדקו', 'فحصوا'),
      kind: 'outcome',
      aggregate: 'pooled',
    },
  ],
  stages: [
    {
      id: 'begin',
      title: three('Begin', 'התחלה', 'البداية'),
      purpose: three('Start well', 'להתחיל היטב', 'بداية جيدة'),
      sections: ['challenge', 'goals', 'licence', 'teams', 'metrics', 'observations'],
      checklist: [{ id: 'agreed', required: true, text: three('It is agreed', 'הוסכם', 'تم الاتفاق') }],
    },
    {
      id: 'work',
      title: three('Work', 'עבודה', 'العمل'),
      purpose: three('Do it', 'לעשות', 'التنفيذ'),
      sections: ['visits', 'stock'],
      checklist: [
        { id: 'visited', required: true, text: three('Visits are held', 'נערכו ביקורים', 'زيارات') },
      ],
    },
    {
      id: 'end',
      title: three('End', 'סיום', 'الختام'),
      purpose: three('Part well', 'להיפרד היטב', 'فراق جيد'),
      sections: ['exit', 'lessons'],
      checklist: [{ id: 'told', required: true, text: three('All are told', 'הכול יודעים', 'الجميع يعلم') }],
    },
  ],
};
