/**
 * The door for Apache Spark: datasets of fact sets in, datasets of advice out. Spark is the
 * cluster's, not ours: who does not use this package does not need it.
 */
@NullMarked
package eu.policyadvisor.spark;

import org.jspecify.annotations.NullMarked;
