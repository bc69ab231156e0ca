/** How far the problem itself is solved (办理结果类别), whatever letter a place gives it. */
export const RESULT_CLASSES = ['solved', 'inProgress', 'planned', 'deferred', 'reference'] as const;
export type ResultClass = (typeof RESULT_CLASSES)[number];

/** Grades of a deputy's feedback on a reply, and of voters' ratings (满意度); never averaged, never mixed with each other. */
export const GRADES = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;
export type Grade = (typeof GRADES)[number];

/** True where a text names a class. */
export const isResultClass = (text: string): text is ResultClass => RESULT_CLASSES.some((name) => name === text);

/** True where a text names a grade. */
export const isGrade = (text: string): text is Grade => GRADES.some((name) => name === text);
