resource "google_compute_url_map" "lb" {
    host_rule {
        hosts        = ["api.old.ex.ai"]
        path_matcher = "api"
    }

    host_rule {
        hosts        = ["auth.old.ex.ai"]
        path_matcher = "auth"
    }

    host_rule {
        hosts        = ["www.new.ex.ai"]
        path_matcher = "app"
    }
}
