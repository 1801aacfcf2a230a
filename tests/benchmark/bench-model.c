/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "souls-data-set.h"
#include "souls-model.h"

typedef struct
{
  const SoulsCalibration *calibration;
  SoulsSettings settings;
  SoulsDrivers drivers;
  SoulsResults results;
  double sink;
} Work;

/* One slider a little further each time, so that nothing can be kept from the run before. */
static void
recalculate (int      i,
             gpointer data)
{
  Work *work = data;

  work->drivers.target[SOULS_DRIVER_AWS_GROWTH] = 0.10 + 0.0001 * (i & 1023);
  souls_project (work->calibration, &work->settings, &work->drivers, &work->results);
  work->sink += work->results.value[SOULS_METRIC_WITHOUT_AWS][work->settings.horizon];
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);
  Work work = { .settings = SOULS_SETTINGS_DEFAULT };

  g_assert_no_error (error);
  souls_bench_print_machine ();
  work.calibration = souls_data_set_get_calibration (data, souls_data_set_get_last_year (data), NULL);
  souls_drivers_reset (&work.drivers, work.calibration);
  work.drivers.target[SOULS_DRIVER_PRODUCT_MARGIN] += 0.01;
  souls_bench_measure ("recalculation, 10 years, all metrics", recalculate, &work, 500, 2000, 1);
  work.drivers.target[SOULS_DRIVER_PRICE_RESPONSE] = 1;
  work.drivers.target[SOULS_DRIVER_REINVESTMENT] = 0.25;
  souls_bench_measure ("the same with the flywheel turning", recalculate, &work, 500, 2000, 1);
  return work.sink == 0;
}
