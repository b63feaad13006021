// The tab « Documents » of a task: those of its case.

import {montrer, quitter} from '../../commun/documents.js';

async function referenceDe(engineApi, tache) {
  const reponse = await fetch(`${engineApi}/task/${tache}/variables/reference?deserializeValue=false`, {
    headers: {Accept: 'application/json'}
  });
  if (reponse.status === 404) {
    return null;
  }
  if (!reponse.ok) {
    throw new Error(String(reponse.status));
  }
  const {value} = await reponse.json();
  return typeof value === 'string' && value ? value : null;
}

// Tasklist throws a form away when another tab is opened; what was typed into it is kept
// as « Enregistrer » does.
document.addEventListener(
  'click',
  ({target}) => {
    const onglet = target.closest && target.closest('.tabbed-content .nav-tabs > li:not(.active) > a');
    const enregistrer = onglet && document.querySelector('.tabbed-content .form-actions .btn-default');
    if (enregistrer && !enregistrer.disabled && enregistrer.offsetParent) {
      enregistrer.click();
    }
  },
  true
);

export default {
  id: 'compagnonnage-documents',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: 'Documents'
  },
  render(noeud, {api}, scope) {
    let affichee = null;
    let reference = null;

    const dire = texte => {
      const phrase = document.createElement('p');
      phrase.className = 'documents-annonce';
      phrase.setAttribute('role', 'status');
      phrase.textContent = texte;
      noeud.replaceChildren(phrase);
    };

    const partir = () => {
      if (reference) {
        quitter(reference);
      }
      reference = null;
    };

    scope.taskData.observe('task', async task => {
      const tache = task && task.id;
      if (!tache || tache === affichee) {
        return;
      }
      affichee = tache;
      partir();
      try {
        const trouvee = await referenceDe(api.engineApi, tache);
        if (affichee !== tache) {
          return;
        }
        reference = trouvee;
        if (trouvee) {
          montrer(noeud, trouvee);
        } else {
          dire('Cette tâche ne porte pas de référence de dossier\u00a0: elle n’a pas de documents.');
        }
      } catch (erreur) {
        if (affichee === tache) {
          dire('Les documents de ce dossier n’ont pas pu être lus. Rechargez la page.');
        }
      }
    });
    scope.$on('$destroy', partir);
  }
};
