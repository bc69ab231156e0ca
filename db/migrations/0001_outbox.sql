CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`about` text NOT NULL,
	`channel` text NOT NULL,
	`template` text NOT NULL,
	`sealed` text NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text NOT NULL,
	`created_on` text NOT NULL,
	`sent_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_event_unique` ON `outbox` (`event`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_about` ON `outbox` (`about`);