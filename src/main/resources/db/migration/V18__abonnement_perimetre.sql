-- Of whose cases a subscription tells: those of the périmètres of the key that asked for it. Nobody wrote down which key
-- asked for those of before: they keep all périmètres of their partner's keys, so that nobody misses what he was told,
-- and are read and changed with a key for all of them only. What no key in force is for is told to nobody anyway.
alter table abonnement add column perimetres varchar(10000) default '' not null;
update abonnement set perimetres = coalesce((select string_agg(distinct cle.territoires, ',') from cle_partenaire cle
    where cle.partenaire = abonnement.partenaire), '');
alter table abonnement alter column perimetres drop default;

-- Every secret that was replaced signs for a while, also when it is not the last one.
create table abonnement_ancien_secret (
    abonnement varchar(36)              not null references abonnement (id) on delete cascade,
    secret     varchar(500)             not null,
    jusqua     timestamp with time zone not null,
    primary key (abonnement, secret)
);
insert into abonnement_ancien_secret (abonnement, secret, jusqua)
    select id, ancien_secret, ancien_secret_jusqua from abonnement where ancien_secret is not null;
alter table abonnement drop column ancien_secret;
alter table abonnement drop column ancien_secret_jusqua;
