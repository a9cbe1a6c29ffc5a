// The words that generated partnerships are written in.
const vocabulary = {
  en: {
    people: ['Priya Nair', 'Owen Tait', 'Helen Marsh', 'Martin Keel', 'Ruth Adeyemi', 'Lena Horvat'],
    chairs: ['Sunniva Dahl', 'Gareth Pugh', 'Ellen Ward', 'Tomas Reyes'],
    organisations: [
      ['Calder Marine', 'company'],
      ['Northmole Port', 'company'],
      ['Saltway Logistics', 'company'],
      ['Quayside Kitchens', 'company'],
      ['Harbour College', 'academia'],
      ['Eastharbour Council', 'public'],
      ['Open Door', 'ngo'],
      ['Riverside Residents', 'community'],
      ['Lantern Foundation', 'foundation'],
    ],
    projects: ['Skills', 'Readers', 'Garden', 'Mentors', 'Kitchen', 'Bridge', 'Workshop'],
    places: ['Harbour', 'Riverside', 'Old Town', 'Hillside', 'Northgate', 'Eastharbour'],
    areas: ['education', 'employment', 'health', 'environment'],
    parts: [
      'The partners look at it again in spring',
      'attendance fell in the second term',
      'two in three came back',
      'the hall was too small for the evening group',
      'the job centre sends the list every Monday',
      'drivers were paid by the hour',
      'families asked for a later start',
    ],
  },
  he: {
    people: ['דנה לוי', 'יוסי כהן', 'מרים אבו חאטום', 'נועה פרץ', 'סמיר נאסר', 'אורית שגב'],
    chairs: ['תמר גבאי', 'איתן מזרחי', 'רנא חורי', 'שלמה ביטון'],
    organisations: [
      ['לאומי קארד', 'company'],
      ['נמל צפון', 'company'],
      ['מאפיית הדרום', 'company'],
      ['עיריית באר שבע', 'public'],
      ['מכללת ספיר', 'academia'],
      ['דלת פתוחה', 'ngo'],
      ['ועד השכונה', 'community'],
      ['קרן אור', 'foundation'],
    ],
    projects: ['קוראים', 'גינה קהילתית', 'חונכים', 'מטבח שכונתי', 'גשר', 'סדנה'],
    places: ['בדרום', 'בנמל', 'בעיר העתיקה', 'בגליל', 'בשכונה ד׳', 'בעמק'],
    areas: ['education', 'employment', 'health', 'environment'],
    parts: [
      'השותפים ישובו ויבחנו זאת באביב',
      'הנוכחות ירדה במחצית השנייה',
      'שניים מכל שלושה חזרו',
      'האולם היה קטן מדי לקבוצת הערב',
      'לשכת התעסוקה שולחת רשימה בכל יום שני',
      'משפחות ביקשו להתחיל מאוחר יותר',
    ],
  },
};

/** Names and sentences in one language, drawn by `chance`. */
export function wordsIn(language, chance) {
  const { people, chairs, organisations, projects, places, areas, parts } = vocabulary[language];
  return {
    person: () => chance.of(people),
    /** Who sits in reviews; rarely somebody whose own items are looked at. */
    reviewer: () => chance.of(chance.percent(2) ? people : chairs),
    area: () => chance.of(areas),
    project: () => `${chance.of(projects)} ${chance.of(places)}`,
    sentence: () => Array.from({ length: 1 + chance.below(3) }, () => chance.of(parts)).join(', '),
    partners: (count) => {
      const first = chance.below(organisations.length);
      return Array.from({ length: count }, (_, at) => {
        const number = (first + at) % organisations.length;
        const [name, sector] = organisations[number];
        return { id: `${sector}-${language}-${number}`, name, sector };
      });
    },
  };
}
