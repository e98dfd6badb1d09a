/** A database of the TypeScript original, as `wrangler d1 export` writes it: a few rows of each kind that is taken over, or is not. */
export const ORIGINAL = `
PRAGMA defer_foreign_keys=TRUE;
CREATE TABLE categories (id integer PRIMARY KEY AUTOINCREMENT NOT NULL, name text NOT NULL, slug text NOT NULL);
INSERT INTO "categories" VALUES (1,'Programming & Development','programming-development');
CREATE TABLE jobs (id integer PRIMARY KEY AUTOINCREMENT NOT NULL, title text NOT NULL, description text, pay_range text,
  post_date integer, source_url text NOT NULL, source_name text NOT NULL, category_id integer NOT NULL REFERENCES categories(id),
  remote_type text DEFAULT 'fully_remote' NOT NULL, created_at integer NOT NULL, updated_at integer NOT NULL, company text,
  full_description text, description_raw text, is_cleansed integer DEFAULT 0);
INSERT INTO "jobs" VALUES
 (1,'Gardener',NULL,NULL,1764000000,'https://boards.greenhouse.io/mossylane/jobs/4001','Greenhouse',1,'fully_remote',1764000000,1764000000,'mossylane',NULL,'',0),
 (2,'Head gardener',NULL,NULL,1764000000,'https://boards.greenhouse.io/mossylane/jobs/4001','Greenhouse',1,'fully_remote',1764100000,1764200000,'mossylane',NULL,'',0),
 (3,'It''s a job',NULL,'',1764000000,'https://mossylane.example/careers?gh_jid=4002','Greenhouse',99,'fully_remote',1764000000,1764000000,'mossylane',NULL,'',0),
 (4,'Weeder','Short.','€40k',1764000000,'https://jobs.lever.co/Blue-Heron/0a1b2c3d-0000-4000-8000-000000000001','Lever',8,'fully_remote',1764000000,1764000000,'Blue-Heron','<p onclick=x>old</p>','<p>raw</p>',1),
 (5,'Sower',NULL,NULL,NULL,'https://remoteok.com/l/77','RemoteOK',1,'fully_remote',1764000000,1764000000,'Grey Owl',NULL,'seeds',0),
 (6,'Mower',NULL,NULL,1778990,'https://himalayas.app/companies/wren/jobs/mower','Himalayas',1,'fully_remote',1764000000,1764000000,'Wren',NULL,'${'grass '.repeat(20_000)}',0),
 (7,'Nowhere',NULL,NULL,NULL,'https://elsewhere.example/','Greenhouse',1,'fully_remote',1764000000,1764000000,'mossylane',NULL,'',0);
CREATE TABLE discovered_companies (slug text PRIMARY KEY NOT NULL, name text, job_count integer, remote_job_count integer,
  departments text, suggested_category text, sample_jobs text, source text NOT NULL, status text DEFAULT 'new', created_at integer, updated_at integer);
INSERT INTO "discovered_companies" VALUES ('mossylane','Mossy Lane',2,2,NULL,NULL,NULL,'Greenhouse','added',1,1),('redfox',NULL,0,0,NULL,NULL,NULL,'Lever','new',1,1);
CREATE TABLE potential_companies (id text PRIMARY KEY NOT NULL, slug text NOT NULL, added_at integer NOT NULL, last_checked_at integer, check_count integer, status text);
INSERT INTO "potential_companies" VALUES ('a','redfox',1,1,1,'discovered'),('b','greyowl',1,NULL,0,NULL),('c','wren',1,1,3,'not_found');
`;
