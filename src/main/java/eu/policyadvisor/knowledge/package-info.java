/**
 * Reference data, parameters and rules that belong together, and the copy of them that the build
 * keeps.
 */
@NullMarked
package eu.policyadvisor.knowledge;

import org.jspecify.annotations.NullMarked;
