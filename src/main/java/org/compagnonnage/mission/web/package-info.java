/**
 * The missions as partners reach them over REST.
 */
package org.compagnonnage.mission.web;
