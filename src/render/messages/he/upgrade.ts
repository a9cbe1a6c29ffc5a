import type { UpgradeWords } from '../upgrade.ts';

export const upgrade: UpgradeWords = {
  title: (model, from, to) => (from === to ? `${model}, גרסה ${to}` : `${model}: מגרסה ${from} לגרסה ${to}`),
  format: (from, to) => `התיקייה עוברת מתבנית ${from} לתבנית ${to}:`,
  others: (files) =>
    `ועוד ${files === 1 ? 'קובץ אחד' : `${files} קבצים`} שאין כותבים בהם: המודל, הסכמות לעורכי הטקסט`,
  upToDate: (model, version) => `הקבצים כבר כתובים לפי גרסה ${version} של ${model}.`,
  ownUpToDate: (model, version) =>
    `הקבצים כתובים לפי גרסה ${version} של ${model}, המודל של השותפות עצמה. גרסה חדשה שלו באה מתיקייה:`,
  notes: {
    stage_added: () => 'שלב חדש',
    stage_removed: () => 'השלב בוטל, ואיתו הקובץ שלו; לא נכתב בו דבר',
    stage_left: () => 'השלב בוטל; הקובץ שלו נשאר כי כתבתם בו: יש להעביר ממנו את מה שחשוב ואז להסיר אותו',
    stage_title: () => 'הכותרת שונתה',
    stage_kept: ({ version }) => `נשאר לפי גרסה ${version}, כפי שנבחן`,
    stage_renamed: ({ from }) => `נקרא קודם ${from}`,
    item_added: ({ item }) => `נוסף הפריט ${item}`,
    item_removed: ({ item }) => `הפריט ${item} בוטל`,
    item_kept: ({ item }) => `הפריט ${item} בוטל במודל; שלכם נשאר, כי כבר טיפלתם בו`,
    item_text: ({ item }) => `הפריט ${item} נוסח מחדש`,
    item_required: ({ item }) => `הפריט ${item} נעשה חובה בשער`,
    item_optional: ({ item }) => `הפריט ${item} אינו עוד חובה בשער`,
    item_evidence: ({ item }) => `לפריט ${item} נדרשת מעתה ראיה`,
    item_no_evidence: ({ item }) => `לפריט ${item} לא נדרשת עוד ראיה`,
    item_renamed: ({ item, from }) => `הפריט ${from} נקרא מעתה ${item}`,
    item_moved: ({ item, from }) => `הפריט ${item} עבר לכאן מהשלב ${from}`,
    section_moved: ({ section, from }) => `הפרק ${section} עבר לכאן מהשלב ${from}`,
    section_set_aside: ({ section, as }) => `הפרק ${section} בוטל במודל; מה שכתבתם בו נשמר תחת ${as}`,
  },
  conflicts: (count) =>
    count === 1
      ? 'נוסח אחד שונה גם בידיכם וגם במודל, וכל אחד לכיוון אחר:'
      : `${count} נוסחים שונו גם בידיכם וגם במודל, וכל אחד לכיוון אחר:`,
  wholeFile: 'הקובץ כולו',
  decide: 'שני הנוסחים עומדים בקובץ בין סימנים: יש להשאיר אחד, למחוק את הסימנים, ואז',
  problems: (count) =>
    count === 1
      ? 'דבר אחד בקבצים אינו מתאים לגרסה החדשה:'
      : `${count} דברים בקבצים אינם מתאימים לגרסה החדשה:`,
  nothingElse: 'דבר לא משתנה מלבד מספר הגרסה.',
  confirm: 'לכתוב את זה?',
  written: (files) => (files === 1 ? 'נכתב קובץ אחד.' : `נכתבו ${files} קבצים.`),
  notCommitted: 'לא נשמר בגיט: קודם צריך להכריע.',
  commit: (model, from, to) =>
    from === to ? `הותאמה לגרסה ${to} של המודל ${model}` : `מגרסה ${from} לגרסה ${to} של המודל ${model}`,
};
