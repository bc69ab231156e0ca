/** Loaded before a measured command (`--import`): writes its peak memory to the file that MEMORY_FILE names, in KiB. */
import { writeFileSync } from 'node:fs';

const file = process.env['MEMORY_FILE'];
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
