import type { CalendarDate } from '../core/calendar-date.ts';
import { type Decimal, decimal, product, rounded } from '../core/measurement/decimal.ts';
import type { Language } from '../core/schema/partnership.ts';
import { dateIn, periodIn } from './dates.ts';

/**
 * Figures as a language prints them, rounded here and nowhere before. A missing figure is the
 * language's own "n/a". What they give may hold direction marks (U+200E, U+200F), as Intl's does.
 */
export interface Figures {
  /** A count or a measure: at most two decimals. */
  readonly number: (value: Decimal | null) => string;
  /** An amount in the partnership's currency: whole, or with two decimals. */
  readonly money: (value: Decimal | null) => string;
  /** A share of 1 as a percentage with at most one decimal. */
  readonly percent: (value: Decimal | null) => string;
  /** How much of one thing there is for 1 of another, with two decimals: a leverage of 0.20. */
  readonly ratio: (value: Decimal | null) => string;
  readonly date: (day: CalendarDate) => string;
  /** `2026-03`, `2026-Q1` or `2026` in words. */
  readonly period: (period: string) => string;
  readonly missing: string;
}

// Those that Intl shows by the same sign in English and in Hebrew; any other is shown by its code.
const currencySigns: Readonly<Record<string, string>> = {
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'CA$',
  CNY: 'CN¥',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  ILS: '₪',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  MXN: 'MX$',
  NZD: 'NZ$',
  TWD: 'NT$',
  USD: '$',
  VND: '₫',
};

// Nobody writes hundredths of these.
const wholeCurrencies: ReadonlySet<string> = new Set(['JPY', 'KRW', 'VND']);

const rightToLeftMark = '\u200f';
const leftToRightMark = '\u200e';
const noBreak = '\u00a0';

const missing: Readonly<Record<Language, string>> = { en: 'n/a', he: 'אין נתון' };

/**
 * The formats of one language. They give what Intl.NumberFormat gives (a test holds the two together),
 * without the 25 ms that Node takes to load its formats; exact decimals of any length are fine.
 */
export function figuresIn(language: Language, currency: string | null): Figures {
  const code = currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null;
  const places = code !== null && wholeCurrencies.has(code) ? 0 : 2;
  const given = (write: (value: Decimal) => string) => (value: Decimal | null) =>
    value === null ? missing[language] : write(value);
  const signed = (text: string) => (language === 'he' ? text.replace('-', `${leftToRightMark}-`) : text);
  return {
    number: given((value) => signed(separated(rounded(value, 2)))),
    money: given((value) => moneyIn[language](separated(withCents(rounded(value, places))), code)),
    percent: given((value) => signed(`${separated(rounded(product(value, decimal(100)), 1))}%`)),
    ratio: given((value) => signed(separated(withHundredths(rounded(value, 2))))),
    date: dateIn[language],
    period: periodIn[language],
    missing: missing[language],
  };
}

/** Half a unit is 0.50, not 0.5. */
function withCents(digits: string): string {
  return digits.replace(/(\.\d)$/, '$10');
}

/** Of a ratio 1 is as exact as 1.25. */
function withHundredths(digits: string): string {
  return digits.includes('.') ? withCents(digits) : `${digits}.00`;
}

/** Thousands apart by commas, in both languages. */
function separated(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const moneyIn: Readonly<Record<Language, (digits: string, code: string | null) => string>> = {
  en: (digits, code) => {
    if (code === null) return digits;
    const sign = currencySigns[code] ?? `${code}${noBreak}`;
    return digits.startsWith('-') ? `-${sign}${digits.slice(1)}` : sign + digits;
  },
  he: (digits, code) => {
    const amount = digits.replace('-', `${leftToRightMark}-`);
    if (code === null) return amount;
    return `${rightToLeftMark}${amount}${noBreak}${rightToLeftMark}${currencySigns[code] ?? code}`;
  },
};
