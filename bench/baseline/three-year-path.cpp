// The three-year note and its plan over one price path, in C++: what three-year-path.ts does. It reads what happens from
// standard input, makes the paths, and prints nanoseconds of the processor a path of each round and the sums of the results.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <limits>
#include <vector>

struct Happening { int on, kind, from, to, isQuarterEnd; };
struct Result { double principal, outstanding, unpaid, price; };

static double averageOfLowest(const double* low, int from, int to) {
  const double none = std::numeric_limits<double>::infinity();
  double first = none, second = none, third = none;
  for (int row = from; row < to; row++) {
    double price = low[row];
    if (price >= third) continue;
    if (price >= second) third = price;
    else if (price >= first) { third = second; second = price; }
    else { third = second; second = first; first = price; }
  }
  return (first + second + third) / 3;
}

static Result run(const std::vector<Happening>& all, const double* low, int begin, int maturity, int rows) {
  double items[16] = {0}, paid[16] = {0};
  double principal = 3000000, outstanding = 400000000, position = 0, month = 0, earlier = 0;
  int itemCount = 0, accruedTo = begin;
  for (const Happening& it : all) {
    month += principal * 0.08 * (it.on - accruedTo) / 365;
    accruedTo = it.on;
    switch (it.kind) {
      case 0: {
        if (principal <= 0) break;
        double room = std::max(0.0, (0.0499 * outstanding - position) / 0.9501);
        double price = std::min(0.5 * averageOfLowest(low, it.from, it.to), 0.05);
        double entitled = std::max(0.0, std::min(std::min(50000.0, principal), room * price));
        double shares = std::floor(entitled / price * (1 + std::ldexp(1.0, -44)));
        principal -= entitled; outstanding += shares; position += shares;
        break;
      }
      case 2: {
        double left = 20000;
        for (int item = 0; item < itemCount && left > 0; item++) {
          double taken = std::min(left, items[item] - paid[item]);
          paid[item] += taken; left -= taken;
        }
        break;
      }
      case 3: position = 1000000; break;
      case 4: {
        bool isExempt = true;
        for (int row = it.from; row < it.to; row++) if (!(low[row] > 0.0375)) { isExempt = false; break; }
        if (!isExempt) earlier += month;
        double lastDay = isExempt ? 0 : principal * 0.08 / 365;
        if (it.isQuarterEnd) { items[itemCount++] = earlier; earlier = 0; }
        month = 0; earlier += lastDay; accruedTo = it.on + 1;
        break;
      }
    }
  }
  month += principal * 0.08 * (maturity - accruedTo) / 365;
  double unpaid = month + earlier;
  for (int item = 0; item < itemCount; item++) unpaid += items[item] - paid[item];
  return {principal, outstanding, unpaid, std::min(0.5 * averageOfLowest(low, rows - 20, rows), 0.05)};
}

static void fillPath(int seed, double* low, int rows) {
  uint32_t state = (uint32_t)(seed + 1) * 2654435769u ^ 88172645u;
  if (state == 0) state = 1;
  int price = 700;
  for (int row = 0; row < rows; row++) {
    state ^= state << 13; state ^= state >> 17; state ^= state << 5;
    price += (int)((state >> 8) % 81) - 40;
    if (price > 1200) price = 1200;
    if (price < 100) price = 100;
    low[row] = (price - (int)(state & 31)) / 10000.0;
  }
}

int main() {
  int begin, maturity, rows, rowsBefore, paths, rounds, count;
  if (std::scanf("%d %d %d %d %d %d %d", &begin, &maturity, &rows, &rowsBefore, &paths, &rounds, &count) != 7) return 1;
  std::vector<Happening> all(count);
  for (Happening& it : all)
    if (std::scanf("%d %d %d %d %d", &it.on, &it.kind, &it.from, &it.to, &it.isQuarterEnd) != 5) return 1;
  std::vector<double> made((size_t)paths * rows), low(rows);
  for (int path = 0; path < paths; path++) fillPath(path, &made[(size_t)path * rows], rows);
  for (int round = 0; round < rounds; round++) {
    double sums[4] = {0};
    std::clock_t start = std::clock();
    for (int path = 0; path < paths; path++) {
      std::memcpy(low.data(), &made[(size_t)path * rows], rows * sizeof(double));
      Result it = run(all, low.data(), begin, maturity, rowsBefore);
      sums[0] += it.principal; sums[1] += it.outstanding; sums[2] += it.unpaid; sums[3] += it.price;
    }
    double spent = (std::clock() - start) * (1e9 / CLOCKS_PER_SEC);
    std::printf("%.3f %.17g %.17g %.17g %.17g\n", spent / paths, sums[0], sums[1], sums[2], sums[3]);
  }
}
