ALTER TABLE `proposal_index` ADD `waiting_since` text;--> statement-breakpoint
ALTER TABLE `proposal_index` ADD `due_on` text;--> statement-breakpoint
ALTER TABLE `proposal_index` ADD `overdue_since` text;