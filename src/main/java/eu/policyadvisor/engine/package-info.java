/**
 * Runs compiled rules over facts. With the rooms below it the only code that knows Drools; each
 * assumption about it has a test of its own.
 */
@NullMarked
package eu.policyadvisor.engine;

import org.jspecify.annotations.NullMarked;
