CREATE TABLE "drop_permits" (
	"transaction" text PRIMARY KEY NOT NULL
);
