CREATE TABLE `hall_ballots` (
	`report_id` text PRIMARY KEY NOT NULL,
	`present` integer NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	`valid` integer NOT NULL,
	`invalid` integer NOT NULL,
	`satisfied` integer NOT NULL,
	`basically_satisfied` integer NOT NULL,
	`dissatisfied` integer NOT NULL,
	`unknown` integer,
	`entered_by` text NOT NULL,
	`entered_at` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` text
);
