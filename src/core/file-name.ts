/**
 * What Windows takes for a device, in every folder, in any case and before any extension. Source: "Naming
 * Files, Paths, and Namespaces", Microsoft Learn.
 */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\xb9\xb2\xb3])(?:\.|$)/i;

/** Why a name cannot be a file's on Windows; it then cannot be cloned there either. */
export type NameTrouble = 'device' | 'characters' | 'end';

/** Says why Windows would not take a name of a file or folder, or take it for another; undefined where it does. */
export function troubleOnWindows(name: string): NameTrouble | undefined {
  if (device.test(name.replace(/ +(?=\.|$)/, ''))) return 'device';
  if (/[<>:"/\\|?*\0-\x1f]/.test(name)) return 'characters';
  return /[. ]$/.test(name) ? 'end' : undefined;
}

/** A name for a file that every system takes: an id, or what was made of a folder's name, kept from being a device's. */
export function portableName(name: string): string {
  return device.test(name) ? name.replace(/^[^.]*/, '$&_') : name;
}

/** A name as disks compare it that keep capitals and don't mind them: of two that are equal here, one disk in three keeps one. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
