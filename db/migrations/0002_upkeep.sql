CREATE TABLE `erasures` (
	`message_id` text PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `upkeep` (
	`task` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE TRIGGER `sender_erased` AFTER DELETE ON `message_senders` BEGIN
	INSERT OR IGNORE INTO `erasures` (`message_id`, `on_day`) VALUES (old.`message_id`, date('now', '+8 hours'));
END;
