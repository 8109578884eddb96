/** Conditions in sentences. */
@NullMarked
package eu.policyadvisor.engine.words;

import org.jspecify.annotations.NullMarked;
