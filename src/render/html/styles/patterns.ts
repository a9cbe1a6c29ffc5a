import { html } from '../../escape/html.ts';

/**
 * The hatchings that tell the parts of a bar apart where there is no colour; every chart of the page
 * refers to them, and the styles give them their colours.
 */
export const patterns = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch-time" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="7" height="7"/><rect class="mark" width="2" height="7"/></pattern>
<pattern id="hatch-goods" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="ground" width="7" height="7"/><circle class="mark" cx="3.5" cy="3.5" r="1.5"/></pattern>
<pattern id="hatch-management" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="ground" width="5" height="5"/><rect class="mark" width="5" height="1.5"/></pattern>
</defs></svg>`;
