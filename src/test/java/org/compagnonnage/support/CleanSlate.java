package org.compagnonnage.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After each test: the clock runs, no case is open, no letter is kept, no CESA place is
 * taken.
 */
class CleanSlate implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext extension) {
		ApplicationContext context = SpringExtension.getApplicationContext(extension);
		context.getBean(MutableClock.class).reset();
		ProcessEngine engine = context.getBean(ProcessEngine.class);
		engine.getIdentityService().clearAuthentication();
		engine.getRuntimeService()
			.createProcessInstanceQuery()
			.rootProcessInstances()
			.unlimitedList()
			.forEach((instance) -> engine.getRuntimeService()
				.deleteProcessInstanceIfExists(instance.getId(), "fin du test", true, true, true, false));
		context.getBean(RecordingExpedition.class).vider();
		JdbcClient jdbc = context.getBean(JdbcClient.class);
		jdbc.sql("delete from cesa_place").update();
		jdbc.sql("delete from cesa_quota").update();
	}

}
