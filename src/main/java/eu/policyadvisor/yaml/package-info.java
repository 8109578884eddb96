/** YAML to facts, catalogue and parameters: strict, with the position of every value kept. */
@NullMarked
package eu.policyadvisor.yaml;

import org.jspecify.annotations.NullMarked;
