// The reference for the project's engines: Boost's distributions over its Mersenne Twister, in float, as Caffe's fillers call
// them. Must be compiled like Caffe (-O2, no -march), or the bits differ.
//   draw time KIND COUNT              CPU time in ns per value
//   draw net KIND SEED FAN_IN:COUNT…  CPU time in ms to draw such blobs, each into new memory; a fan_in of 0 means zeros
//   draw sums KIND SEED FAN_IN:COUNT… the CRC-32 of each blob
// KIND is xavier (uniform) or gaussian (normal, std 0.01).
#include <boost/random.hpp>
#include <boost/random/uniform_real.hpp>
#include <boost/crc.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <memory>
#include <string>
#include <vector>

using Generator = boost::mt19937;

static void uniform(Generator& generator, float* out, size_t count, float low, float high) {
  boost::uniform_real<float> distribution(low, std::nextafter(high, std::numeric_limits<float>::max()));
  boost::variate_generator<Generator*, boost::uniform_real<float>> draw(&generator, distribution);
  for (size_t i = 0; i < count; ++i) out[i] = draw();
}

static void normal(Generator& generator, float* out, size_t count, float mean, float sigma) {
  boost::normal_distribution<float> distribution(mean, sigma);
  boost::variate_generator<Generator*, boost::normal_distribution<float>> draw(&generator, distribution);
  for (size_t i = 0; i < count; ++i) out[i] = draw();
}

struct Blob {
  size_t fan_in, count;
};

static void fill(Generator& generator, const std::string& kind, const Blob& blob, float* out) {
  if (blob.fan_in == 0) {
    for (size_t i = 0; i < blob.count; ++i) out[i] = 0;
  } else if (kind == "xavier") {
    const float scale = std::sqrt(3.0f / static_cast<float>(blob.fan_in));
    uniform(generator, out, blob.count, -scale, scale);
  } else {
    normal(generator, out, blob.count, 0, 0.01f);
  }
}

static double since(std::clock_t start, double unit) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / unit;
}

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string what = argv[1], kind = argv[2];
  if (what == "time") {
    const size_t count = std::strtoull(argv[3], nullptr, 10);
    std::vector<float> out(count, 1.0f);
    Generator generator(1701);
    const std::clock_t start = std::clock();
    if (kind == "xavier") uniform(generator, out.data(), count, -1, 1);
    else normal(generator, out.data(), count, 0, 1);
    std::printf("%.4f\n", since(start, 1e-9) / count);
    return out[count / 2] > 100;
  }
  std::vector<Blob> blobs;
  for (int i = 4; i < argc; ++i) {
    char* rest = nullptr;
    const size_t fan_in = std::strtoull(argv[i], &rest, 10);
    blobs.push_back({fan_in, std::strtoull(rest + 1, nullptr, 10)});
  }
  Generator generator(static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)));
  std::vector<std::unique_ptr<float[]>> kept;
  const std::clock_t start = std::clock();
  for (const Blob& blob : blobs) {
    kept.emplace_back(new float[blob.count]);
    fill(generator, kind, blob, kept.back().get());
    if (what != "sums") continue;
    boost::crc_32_type sum;
    sum.process_bytes(kept.back().get(), 4 * blob.count);
    std::printf("%08x\n", sum.checksum());
  }
  if (what == "net") std::printf("%.3f\n", since(start, 1e-3));
}
