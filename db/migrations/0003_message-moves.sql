CREATE TABLE `message_hidings` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`reason` text NOT NULL,
	`on_day` text NOT NULL,
	`at` text NOT NULL,
	`hidden_by` text NOT NULL,
	`confirmed_by` text,
	`ended_at` text,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_hidings_message` ON `message_hidings` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_proposals` (
	`message_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	PRIMARY KEY(`message_id`, `proposal_id`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_proposals_proposal` ON `message_proposals` (`proposal_id`);--> statement-breakpoint
ALTER TABLE `answers` ADD `public_text` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `id` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `at` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `moved_by` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `refusal` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `recipient` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `proposal_id` text;--> statement-breakpoint
ALTER TABLE `message_events` ADD `note` text;--> statement-breakpoint
CREATE UNIQUE INDEX `message_events_id_unique` ON `message_events` (`id`);--> statement-breakpoint
ALTER TABLE `messages` ADD `public_title` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `public_text` text;--> statement-breakpoint
UPDATE `messages` SET `public_title` = `title`, `public_text` = `text` WHERE `published_on` IS NOT NULL;--> statement-breakpoint
UPDATE `answers` SET `public_text` = `text`;
