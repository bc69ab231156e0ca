CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`target` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `code_set_reports` (
	`set_id` text NOT NULL,
	`report_id` text NOT NULL,
	PRIMARY KEY(`set_id`, `report_id`),
	FOREIGN KEY (`set_id`) REFERENCES `code_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `code_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`issued_on` text NOT NULL,
	`count` integer NOT NULL,
	`sample` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `code_sets`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `codes_set` ON `codes` (`set_id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`answered_by` text NOT NULL,
	`text` text NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_message` ON `answers` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `message_events` (
	`message_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`on_day` text NOT NULL,
	PRIMARY KEY(`message_id`, `ordinal`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message_senders` (
	`message_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`consented` integer NOT NULL,
	`hide_name` integer NOT NULL,
	`public_name` text,
	`trust` text NOT NULL,
	`state` text NOT NULL,
	`refusal` text,
	`hidden` integer DEFAULT false NOT NULL,
	`submitted_on` text NOT NULL,
	`expected_by` text NOT NULL,
	`published_on` text,
	`sample` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_published` ON `messages` (`published_on`,`id`);--> statement-breakpoint
CREATE INDEX `messages_recipient` ON `messages` (`recipient`);--> statement-breakpoint
CREATE TABLE `proposal_index` (
	`release_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`number` text NOT NULL,
	`session` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`flags` text NOT NULL,
	`units` text NOT NULL,
	`unit_names` text NOT NULL,
	`topic` text NOT NULL,
	`deputies` text NOT NULL,
	`lead_names` text NOT NULL,
	`submitted_on` text,
	`replied_on` text,
	`result_class` text,
	`folded` text NOT NULL,
	PRIMARY KEY(`release_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `proposal_index_year` ON `proposal_index` (`release_id`,`year`);--> statement-breakpoint
CREATE INDEX `proposal_index_state` ON `proposal_index` (`release_id`,`state`);--> statement-breakpoint
CREATE TABLE `rating_claims` (
	`code_hash` text NOT NULL,
	`report_id` text NOT NULL,
	PRIMARY KEY(`code_hash`, `report_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rating_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rating_grades` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`overall` text NOT NULL,
	`duties` text,
	`sessions` text,
	`contact` text,
	`study` text,
	`deeds` text,
	CONSTRAINT "rating_grades_overall" CHECK("rating_grades"."overall" in ('satisfied', 'basicallySatisfied', 'dissatisfied', 'unknown'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `rating_grades_report` ON `rating_grades` (`report_id`);--> statement-breakpoint
CREATE TABLE `rating_windows` (
	`report_id` text PRIMARY KEY NOT NULL,
	`opens_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`voided_at` text,
	`reason` text,
	CONSTRAINT "rating_windows_order" CHECK("rating_windows"."opens_at" < "rating_windows"."closes_at")
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`body_hash` text NOT NULL,
	`expires_at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_expiry` ON `idempotency_keys` (`expires_at`);--> statement-breakpoint
CREATE TABLE `used_challenges` (
	`nonce` text PRIMARY KEY NOT NULL,
	`expires_at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `used_challenges_expiry` ON `used_challenges` (`expires_at`);