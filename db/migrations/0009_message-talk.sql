CREATE TABLE `erased_texts` (
	`message_id` text PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `message_additions` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`text` text NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_additions_message` ON `message_additions` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`digest` text NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`shown` integer DEFAULT false NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_photos_message` ON `message_photos` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_surveys` (
	`message_id` text NOT NULL,
	`round` text NOT NULL,
	`answer` text NOT NULL,
	`on_day` text NOT NULL,
	PRIMARY KEY(`message_id`, `round`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `message_senders` ADD `contact_hash` text;--> statement-breakpoint
CREATE INDEX `message_senders_contact` ON `message_senders` (`contact_hash`);--> statement-breakpoint
ALTER TABLE `messages` ADD `cares` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `follow` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `chased_on` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `verified_by` text;