CREATE TABLE `rating_log` (
	`entry` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`act` text NOT NULL,
	`line` text NOT NULL,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rating_log_subject` ON `rating_log` (`subject`,`act`);--> statement-breakpoint
CREATE TABLE `rating_receipts` (
	`report_id` text NOT NULL,
	`hash` text NOT NULL,
	`batch` integer,
	PRIMARY KEY(`report_id`, `hash`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rating_sums` (
	`name` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`a` integer NOT NULL,
	`b` integer NOT NULL,
	`c` integer NOT NULL,
	`d` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `code_sets` ADD `handed_out` integer;--> statement-breakpoint
ALTER TABLE `code_sets` ADD `returned` integer;--> statement-breakpoint
ALTER TABLE `code_sets` ADD `voided_on` text;--> statement-breakpoint
ALTER TABLE `rating_windows` ADD `frozen` integer DEFAULT false NOT NULL;