package eu.policyadvisor.spark;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Records;
import eu.policyadvisor.report.Descriptions;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Records of the JSON report as rows: the same names, the same values, the same descriptions.
 *
 * @param localDates whether this session of Spark takes dates of Java 8 or those before, and no
 *     other
 */
record RecordRows(boolean localDates) implements Serializable {
  private static final Map<Class<?>, DataType> SIMPLE =
      Map.of(
          String.class, DataTypes.StringType,
          int.class, DataTypes.IntegerType,
          long.class, DataTypes.LongType,
          Integer.class, DataTypes.IntegerType,
          boolean.class, DataTypes.BooleanType,
          // A decimal of Spark has a fixed scale, which would round what JSON gives in full.
          BigDecimal.class, DataTypes.DoubleType,
          LocalDate.class, DataTypes.DateType);

  /** A column for each component of a record. */
  static StructType schema(Class<?> type) {
    return new StructType(
        Arrays.stream(type.getRecordComponents())
            .map(RecordRows::field)
            .toArray(StructField[]::new));
  }

  private static StructField field(RecordComponent component) {
    StructField field =
        new StructField(
            Names.inFile(component.getName()),
            dataType(component.getGenericType()),
            true,
            Metadata.empty());
    return Descriptions.of(component.getDeclaringRecord(), component.getName())
        .map(field::withComment)
        .orElse(field);
  }

  private static DataType dataType(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return DataTypes.createArrayType(dataType(list.getActualTypeArguments()[0]), false);
    } else if (type instanceof Class<?> plain) {
      if (plain.isRecord()) {
        return schema(plain);
      } else if (plain.isEnum()) {
        return DataTypes.StringType;
      }
      DataType simple = SIMPLE.get(plain);
      if (simple != null) {
        return simple;
      }
    }
    throw new IllegalArgumentException("no type of Spark holds a " + type);
  }

  /** The values of a record, in the order of its components. */
  @Nullable Object[] values(Record of) {
    return Records.values(of).map(this::value).toArray();
  }

  private @Nullable Object value(@Nullable Object of) {
    if (of instanceof Record nested) {
      return RowFactory.create(values(nested));
    } else if (of instanceof Enum<?> constant) {
      return Names.inFile(constant);
    } else if (of instanceof BigDecimal number) {
      return number.doubleValue();
    } else if (of instanceof LocalDate day) {
      return localDates ? day : Date.valueOf(day);
    } else if (of instanceof List<?> list) {
      return list.stream().map(this::value).toArray();
    }
    return of;
  }
}
