/** Stops gracefully on SIGTERM and SIGINT; a second signal ends the process at once. */
export const runUntilStopped = (stop: () => Promise<void>): void => {
  let stopping = false;
  const end = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
};
