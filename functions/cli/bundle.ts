/** `node functions/cli/bundle.ts TARGET FOLDER SITE_URL`: a part of publishing, in a process of its own beside the check. */
import { makeBundle } from './release/make-bundle.ts';
import { runCommand } from '../run-command.ts';

// A publish that was killed must not find its bundler still writing when it comes again.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();

const [target, folder = '', siteUrl = ''] = process.argv.slice(2);
await runCommand(() => makeBundle(target === 'cloudflare' ? 'cloudflare' : 'node', folder, siteUrl));
