-- The register of cases. One sequence a programme, so that references are unique on several nodes;
-- cache 1 keeps the numbers without holes after a restart.
create sequence reference_adm cache 1;
create sequence reference_mis cache 1;
create sequence reference_con cache 1;
create sequence reference_crp cache 1;
create sequence reference_par cache 1;
create sequence reference_ses cache 1;
create sequence reference_com cache 1;
create sequence reference_vei cache 1;
create sequence reference_enq cache 1;
create sequence reference_vis cache 1;
create sequence reference_ter cache 1;

create table dossier (
    reference       varchar(20)              not null primary key,
    programme       varchar(64)              not null,
    perimetre       varchar(64)              not null,
    etat            varchar(40)              not null,
    issue           varchar(64),
    partenaire      varchar(64),
    dossier_origine varchar(20),
    ouvert_le       timestamp with time zone not null,
    clos_le         timestamp with time zone
);
create index dossier_partenaire on dossier (partenaire, ouvert_le, reference);
create index dossier_origine on dossier (dossier_origine);

create table dossier_etape (
    reference varchar(20)              not null references dossier (reference),
    rang      integer                  not null,
    etape     varchar(40)              not null,
    depuis    timestamp with time zone not null,
    jusqua    timestamp with time zone,
    primary key (reference, rang)
);
