/** Why something was concluded, why not, and what would change that. */
@NullMarked
package eu.policyadvisor.explain;

import org.jspecify.annotations.NullMarked;
