CREATE TABLE `contact_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`reason` text NOT NULL,
	`agreed_by` text,
	`agreed_at` text,
	`taken_at` text,
	`rows` integer
);
--> statement-breakpoint
CREATE TABLE `error_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`page` text NOT NULL,
	`text` text NOT NULL,
	`sealed` text,
	`on_day` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text,
	`closed_on` text
);
--> statement-breakpoint
CREATE INDEX `error_reports_outcome` ON `error_reports` (`outcome`,`on_day`);--> statement-breakpoint
CREATE TABLE `kept_private` (
	`message_id` text PRIMARY KEY NOT NULL,
	`decided_by` text NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `matters` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`unit` text,
	`received_on` text NOT NULL,
	`due_on` text,
	`outcome` text NOT NULL,
	`note` text,
	`closed_on` text,
	`entered_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `matters_open` ON `matters` (`outcome`,`due_on`);--> statement-breakpoint
CREATE INDEX `matters_received` ON `matters` (`received_on`);--> statement-breakpoint
CREATE TABLE `message_bands` (
	`band` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`band`, `message_id`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message_claims` (
	`message_id` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message_groups` (
	`message_id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_groups_group` ON `message_groups` (`group_id`);--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`used_for` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `message_hidings_open` ON `message_hidings` (`on_day`) WHERE ended_at is null and confirmed_by is null;--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`expected_by`);--> statement-breakpoint
CREATE INDEX `messages_submitted` ON `messages` (`submitted_on`,`id`);--> statement-breakpoint
CREATE INDEX `messages_to_publish` ON `messages` (`submitted_on`) WHERE consented = 1 and published_on is null;