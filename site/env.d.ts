declare namespace App {
  interface Locals {
    /** The Hono app in process; set on on-demand pages only. */
    api: import('../functions/host.ts').Api;
  }
}

declare module 'virtual:frame' {
  const frame: import('./queries/frame.ts').Frame;
  export default frame;
}

declare module 'virtual:find-plan' {
  const plan: import('../db/domain/find/plan.ts').Plan;
  export default plan;
}

declare module 'virtual:choices' {
  const choices: import('./queries/choices.ts').Choices;
  export default choices;
}

declare module 'virtual:zh-hant' {
  export const zhHant: typeof import('./words/zh-Hans.ts').zhHans;
}
