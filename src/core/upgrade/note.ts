/** What an upgrade does, said in words later. `stage` is the stage's id in the new version, but for one that is gone. */
export type UpgradeNote =
  | { readonly kind: StageNoteKind; readonly stage: string }
  | { readonly kind: 'stage_kept'; readonly stage: string; readonly version: number }
  | { readonly kind: 'stage_renamed'; readonly stage: string; readonly from: string }
  | { readonly kind: ItemNoteKind; readonly stage: string; readonly item: string }
  | {
      readonly kind: 'item_renamed' | 'item_moved';
      readonly stage: string;
      readonly item: string;
      readonly from: string;
    }
  | {
      readonly kind: 'section_moved';
      readonly stage: string;
      readonly section: string;
      readonly from: string;
    }
  | {
      readonly kind: 'section_set_aside';
      readonly stage: string;
      readonly section: string;
      readonly as: string;
    };

/** A stage came, went, or is gone while its file stays for what people wrote into it; its title is another. */
export type StageNoteKind = 'stage_added' | 'stage_removed' | 'stage_left' | 'stage_title';

/**
 * An item came, went, or is gone from the model while the person's stays; its text is another; the gate asks for
 * it now, or no more; the gate asks for evidence now, or no more.
 */
export type ItemNoteKind =
  | 'item_added'
  | 'item_removed'
  | 'item_kept'
  | 'item_text'
  | 'item_required'
  | 'item_optional'
  | 'item_evidence'
  | 'item_no_evidence';
