CREATE TABLE `followers` (
	`id` text PRIMARY KEY NOT NULL,
	`mail_mark` text NOT NULL,
	`question` text NOT NULL,
	`sealed` text NOT NULL,
	`code_hash` text NOT NULL,
	`asked_at` text NOT NULL,
	`confirmed_on` text,
	`told_until` text,
	`last_told_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `followers_codeHash_unique` ON `followers` (`code_hash`);--> statement-breakpoint
CREATE INDEX `followers_told` ON `followers` (`confirmed_on`,`last_told_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `followers_once` ON `followers` (`mail_mark`,`question`);--> statement-breakpoint
CREATE TABLE `seen_news` (
	`id` text PRIMARY KEY NOT NULL,
	`seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seen_news_at` ON `seen_news` (`seen_at`);