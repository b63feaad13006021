package org.compagnonnage.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Before each test: the REST interface serves the test's own engine. After each test: the
 * clock runs, no case is open, no letter is kept, no CESA place is taken.
 */
class CleanSlate implements BeforeEachCallback, AfterEachCallback {

	/**
	 * The REST interface finds its engine by name for the whole virtual machine, where
	 * the contexts of other tests have one of the same name.
	 */
	@Override
	public void beforeEach(ExtensionContext extension) {
		ProcessEngines
			.registerProcessEngine(SpringExtension.getApplicationContext(extension).getBean(ProcessEngine.class));
	}

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
