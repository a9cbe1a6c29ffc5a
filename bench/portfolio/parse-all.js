// The floor of a cold reading: every YAML file below a folder through `yaml.parse`, in one thread and one after the
// other. What cannot be parsed is passed over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

function parseBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) parseBelow(path);
    else if (entry.name.endsWith('.yaml')) {
      try {
        parse(readFileSync(path, 'utf8'));
      } catch {}
    }
  }
}

parseBelow(process.argv[2]);
