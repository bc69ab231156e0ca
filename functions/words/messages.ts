/** What the host itself notes in the course of a message, for its sender to read. */

/** `{to}` is the name of who has the message from now on. */
export const PASSED_ON = '您写信的代表任期已满或已不再担任代表，留言转给{to}继续办理，您不用重写。';
