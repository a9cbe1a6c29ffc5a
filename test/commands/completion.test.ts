import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { completionShells } from '../../src/core/completion/shells.ts';
import { newFolder } from '../folders.ts';
import { atTerminal } from './context.ts';

const files = { bash: 'partner.bash', zsh: '_partner', fish: 'partner.fish', powershell: 'partner.ps1' };
const source = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../templates/completion/${name}`, import.meta.url)), 'utf8');

describe('partner completion', () => {
  it.each(completionShells)('prints the script for %s, wherever somebody stands', async (shell) => {
    const { code, out, err } = await atTerminal(newFolder(), ['completion', shell]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(source(files[shell]));
    // Whatever a shell takes for its own encoding.
    expect(out).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('knows PowerShell by the name of its program, too', async () => {
    expect((await atTerminal('/', ['completion', 'pwsh'])).out).toBe(source('partner.ps1'));
  });

  it('prints it as JSON', async () => {
    const { out } = await atTerminal('/', ['completion', 'fish', '--json']);
    expect(JSON.parse(out)).toEqual({ format: 1, shell: 'fish', script: source('partner.fish') });
  });

  it.each([
    [
      'en',
      'there is no completion for "zhs" (did you mean zsh?); there is one for bash, zsh, fish, powershell',
    ],
    ['he', 'אין השלמה ל־"zhs" (האם הכוונה ל־zsh?); יש ל־bash, zsh, fish, powershell'],
  ])('refuses another shell in %s', async (lang, message) => {
    const { code, out, err } = await atTerminal('/', ['completion', 'zhs', '--lang', lang], [], {
      COLUMNS: '200',
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain(message);
  });
});
