/** Runs the cases that stand beside the rules. */
@NullMarked
package eu.policyadvisor.check;

import org.jspecify.annotations.NullMarked;
