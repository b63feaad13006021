package org.compagnonnage.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys each feature's models and forms as one deployment under stable names, so that a
 * changed form makes a new version of its feature only. It is done when all beans stand,
 * thus before the web port opens.
 */
@Component
class FeatureDeployments implements SmartInitializingSingleton {

	private static final Pattern NAME = Pattern
		.compile(".*/((?:processes|forms)/([a-z]+)/[A-Za-z0-9-]+\\.(?:bpmn|dmn|form))$");

	private final RepositoryService repository;

	private final ResourcePatternResolver resources;

	FeatureDeployments(RepositoryService repository, ResourcePatternResolver resources) {
		this.repository = repository;
		this.resources = resources;
	}

	@Override
	public void afterSingletonsInstantiated() {
		featureResources().forEach(this::deploy);
	}

	private void deploy(String feature, Map<String, Resource> files) {
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name(feature)
			.source("compagnonnage")
			.enableDuplicateFiltering(false);
		files.forEach((name, file) -> {
			try (InputStream content = file.getInputStream()) {
				deployment.addInputStream(name, content);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read the model " + name, ex);
			}
		});
		deployment.deploy();
	}

	private Map<String, Map<String, Resource>> featureResources() {
		Map<String, Map<String, Resource>> features = new TreeMap<>(
				Comparator.comparing((String feature) -> !"commun".equals(feature)).thenComparing((name) -> name));
		List<Resource> found = new ArrayList<>();
		try {
			found.addAll(List.of(this.resources.getResources("classpath*:processes/*/*")));
			found.addAll(List.of(this.resources.getResources("classpath*:forms/*/*")));
			for (Resource resource : found) {
				Matcher matcher = NAME.matcher(resource.getURL().getPath());
				if (matcher.matches()) {
					features.computeIfAbsent(matcher.group(2), (feature) -> new TreeMap<>())
						.put(matcher.group(1), resource);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list the models", ex);
		}
		return features;
	}

}
