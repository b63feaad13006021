-- The follow-ups of a mission are named after their order: when they are made is a setting.
update mission_situation set moment = 'premier-suivi' where moment = 'trois-mois';
update mission_situation set moment = 'second-suivi' where moment = 'six-mois';
update mission_suivi set moment = 'premier-suivi' where moment = 'trois-mois';
update mission_suivi set moment = 'second-suivi' where moment = 'six-mois';
