-- Who is away and who stands in, both days included.
create table absence (
	id varchar(36) not null primary key,
	absent varchar(64) not null,
	remplacant varchar(64) not null,
	du date not null,
	au date not null,
	constraint absence_periode check (du <= au),
	constraint absence_autre check (absent <> remplacant)
);
create index absence_absent on absence (absent, au);
