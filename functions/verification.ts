/**
 * The port behind which a place may join a service that knows who people really are (the national net identity, a
 * telephone company): real names behind, any name in front. Off by default: then messages are read before they are
 * published, and nobody is asked who they are.
 */
export type Verification = {
  /** A word for the service, kept with the message; never the identity. */
  name: string;
  /** True where the proof that the visitor brought from the service is good and fresh. */
  vouches: (proof: string) => Promise<boolean>;
};
