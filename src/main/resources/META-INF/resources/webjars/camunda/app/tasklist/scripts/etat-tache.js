// Says above every task who has taken it, so that a second person sees why the form is shut.

function nomDe(task) {
  const liens = (task._embedded && task._embedded.identityLink) || [];
  const lien = liens.find(({type}) => type === 'assignee');
  const [personne] = (lien && lien._embedded && lien._embedded.user) || [];
  const nom = personne && [personne.firstName, personne.lastName].filter(Boolean).join(' ');
  return nom || task.assignee;
}

export default {
  id: 'compagnonnage-etat-tache',
  pluginPoint: 'tasklist.task.action',
  priority: 1000,
  render(noeud, parametres, scope) {
    const etat = document.createElement('span');
    etat.className = 'etat-tache';
    etat.setAttribute('role', 'status');
    noeud.appendChild(etat);

    let affichee = null;

    scope.taskData.observe('task', task => {
      affichee = task;
      const moi = scope.$root.authentication && scope.$root.authentication.name;
      let court = '';
      let phrase = '';
      if (task && task.id) {
        const prise = task.assignee && task.assignee !== moi;
        etat.classList.toggle('prise', Boolean(prise));
        if (prise) {
          court = `Prise par ${nomDe(task)}`;
          phrase = `Cette tâche est prise par ${nomDe(task)}\u00a0: vous pouvez la lire, pas la remplir.`;
        } else if (task.assignee) {
          court = 'Vous avez pris cette tâche';
        } else {
          court = 'À prendre';
          phrase = 'Prenez cette tâche pour remplir son formulaire.';
        }
      }
      if (etat.textContent !== court) {
        etat.textContent = court;
      }
      document.documentElement.style.setProperty('--etat-tache', JSON.stringify(phrase));
    });

    // Tasklist announces a refresh every ten seconds but keeps the open task as it was.
    scope.$on('refresh', async () => {
      const vue = affichee;
      if (!vue || !vue.id || document.hidden) {
        return;
      }
      const reponse = await fetch(`${parametres.api.engineApi}/task/${vue.id}`, {
        headers: {Accept: 'application/json'}
      });
      const actuelle = reponse.ok ? await reponse.json() : null;
      if (affichee === vue && actuelle && actuelle.assignee !== vue.assignee) {
        scope.$applyAsync(() => scope.taskData.changed('task'));
      }
    });
  }
};
