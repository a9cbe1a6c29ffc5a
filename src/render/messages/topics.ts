import type { Language } from '../../core/schema/partnership.ts';
import type { HelpTerm } from '../help/help-page.ts';
import type { TopicBlock } from '../help/topic.ts';

/** What the explanations of the method say of a model, of the schemas and of the measures: data, not words. */
export interface TopicFacts {
  readonly model: {
    readonly id: string;
    readonly title: string;
    readonly source: string | undefined;
    /** Whether it is that of the partnership one stands in. */
    readonly isOwn: boolean;
    /** `1 scoping` and what it is for. */
    readonly stages: readonly HelpTerm[];
    /** The file of each stage and its sections. */
    readonly files: readonly HelpTerm[];
    readonly running: readonly string[];
  };
  readonly kinds: Readonly<Record<string, string>>;
  readonly aggregates: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, string>>;
  /** Each ratio and how it is worked out. */
  readonly ratios: readonly HelpTerm[];
}

/** What the explanation of a section is made of. */
export interface SectionFacts {
  readonly name: string;
  readonly form: 'text' | 'mapping' | 'list';
  readonly running: boolean;
  /** The file that holds it; undefined where the model has no place for it. */
  readonly file: string | undefined;
  readonly fields: TopicBlock[];
  /** What the words of its fixed lists mean, by their keys. */
  readonly choices: readonly { readonly key: string; readonly words: readonly HelpTerm[] }[];
  /** How to add to it or set it. */
  readonly commands: readonly string[];
}

/** What the explanation of a stage is made of. */
export interface StageFacts {
  readonly id: string;
  readonly number: number;
  readonly of: number;
  readonly purpose: string;
  readonly guidance: string | undefined;
  readonly items: readonly HelpTerm[];
  readonly sections: readonly HelpTerm[];
  readonly model: string;
}

/** The explanations of the method, in one language. */
export interface MethodTopics {
  readonly stages: (facts: TopicFacts) => TopicBlock[];
  readonly gates: (facts: TopicFacts) => TopicBlock[];
  readonly metrics: (facts: TopicFacts) => TopicBlock[];
}

/** The explanations of files and settings, in one language. */
export interface FileTopics {
  readonly format: (facts: TopicFacts) => TopicBlock[];
  readonly environment: () => TopicBlock[];
  readonly 'exit-codes': () => TopicBlock[];
  readonly section: (facts: SectionFacts) => TopicBlock[];
  readonly stage: (facts: StageFacts) => TopicBlock[];
  readonly optional: string;
}

/** Loads the explanations in one language. */
export async function loadTopics(language: Language): Promise<MethodTopics & FileTopics> {
  const [{ methodTopics }, { fileTopics }] = await (language === 'he'
    ? Promise.all([import('./he/method-topics.ts'), import('./he/file-topics.ts')])
    : Promise.all([import('./en/method-topics.ts'), import('./en/file-topics.ts')]));
  return { ...methodTopics, ...fileTopics };
}
