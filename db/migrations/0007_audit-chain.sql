CREATE TABLE `audit_links` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`target` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_audit`("id", "at", "actor", "act", "target") SELECT "id", "at", "actor", "act", "target" FROM `audit` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `audit`;--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_id_unique` ON `audit` (`id`);--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit` (`target`,`seq`) WHERE actor <> 'public';--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`seq`) WHERE actor <> 'public';