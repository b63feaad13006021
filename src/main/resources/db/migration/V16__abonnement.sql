-- Webhook subscriptions of partners. Secrets are encrypted; the one before signs beside the new one for a while.
create table abonnement (
    id                   varchar(36)              not null primary key,
    partenaire           varchar(64)              not null references partenaire (id),
    url                  varchar(2000)            not null,
    evenements           varchar(200)             not null,
    programmes           varchar(1000)            not null,
    secret               varchar(500)             not null,
    ancien_secret        varchar(500),
    ancien_secret_jusqua timestamp with time zone,
    etat                 varchar(20)              not null,
    suspendu_le          timestamp with time zone,
    suspendu_motif       varchar(500),
    cree_le              timestamp with time zone not null
);
create index abonnement_partenaire on abonnement (partenaire);

-- What is told to a subscription, in order: corps is sent byte for byte, at each try under the same id.
create sequence livraison_rang cache 1;
create table livraison (
    id         varchar(36)              not null primary key,
    abonnement varchar(36)              not null references abonnement (id) on delete cascade,
    reference  varchar(20),
    rang       bigint                   not null,
    evenement  varchar(40)              not null,
    corps      varchar(4000)            not null,
    cree_le    timestamp with time zone not null,
    etat       varchar(20)              not null,
    fini_le    timestamp with time zone
);
create index livraison_dossier on livraison (abonnement, reference, rang);
create index livraison_recente on livraison (abonnement, rang desc);

create table livraison_tentative (
    livraison varchar(36)              not null references livraison (id) on delete cascade,
    numero    integer                  not null,
    le        timestamp with time zone not null,
    statut    integer,
    duree_ms  bigint                   not null,
    erreur    varchar(200),
    primary key (livraison, numero)
);

-- Whether the events of a case are being told to a subscription, so that they leave one after the other.
create table livraison_fil (
    abonnement varchar(36) not null references abonnement (id) on delete cascade,
    reference  varchar(20) not null,
    actif      boolean     not null,
    primary key (abonnement, reference)
);

-- Answers kept for an idempotency key are sealed from now on, for one of them holds a secret; those kept in clear before
-- are forgotten as they grow old.
alter table idempotence add column corps_scelle bytea;
