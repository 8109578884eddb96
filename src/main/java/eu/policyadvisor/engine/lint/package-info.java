/** What can be said against rules without running them. */
@NullMarked
package eu.policyadvisor.engine.lint;

import org.jspecify.annotations.NullMarked;
