CREATE TABLE `reply_keys` (
	`person_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`hash` text,
	`issued_on` text NOT NULL,
	`expires_at` text NOT NULL,
	`day_hash` text,
	`day_expires_at` text,
	`day_tries` integer DEFAULT 0 NOT NULL,
	`opened` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reply_keys_number_unique` ON `reply_keys` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `reply_keys_hash_unique` ON `reply_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `reply_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reply_sessions_person` ON `reply_sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `reply_sessions_expiry` ON `reply_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`on_day` text NOT NULL,
	`entered_by` text NOT NULL,
	`reason` text,
	`decision` text,
	`decided_on` text,
	`sample` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submissions_person` ON `submissions` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `submissions_state` ON `submissions` (`state`,`on_day`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_in_work` ON `submissions` (`person_id`,`kind`,`target`) WHERE state in ('draft', 'waiting', 'returned');