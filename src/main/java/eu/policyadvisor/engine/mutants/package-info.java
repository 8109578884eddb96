/** One small change of one rule, compiled, and whether it can change anything. */
@NullMarked
package eu.policyadvisor.engine.mutants;

import org.jspecify.annotations.NullMarked;
